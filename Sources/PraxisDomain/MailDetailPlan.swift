/// How much of a place may leave by mail.
package enum MailDetailPlan {
    /// The stricter of what a group and its community say; of a confidential group never more than that there is something.
    ///
    /// A nil `kind` is the community itself.
    package static func allowed(_ kind: GroupKind?, ofGroup detail: MailDetail, titlesOnly: Bool) -> MailDetail {
        if kind?.isConfidential == true || detail == .something { return .something }
        return titlesOnly ? .title : detail
    }

    /// What a group of that kind may choose from.
    package static func choices(of kind: GroupKind) -> [MailDetail] {
        kind.isConfidential ? [.something] : MailDetail.allCases
    }
}
