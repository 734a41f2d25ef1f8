package import PraxisWeb

/// What a member says of their work and of where they are, as typed.
package struct TypedWork: Sendable {
    package var occupation = ""
    package var organisation = ""
    package var region = ""

    package init(occupation: String = "", organisation: String = "", region: String = "") {
        self.occupation = occupation
        self.organisation = organisation
        self.region = region
    }

    /// As it is kept.
    package init(_ work: Work) {
        self.init(occupation: work.occupation, organisation: work.organisation, region: work.region)
    }

    package init(_ form: Fields) {
        self.init(
            occupation: form.text("occupation"),
            organisation: form.text("organisation"),
            region: form.text("region")
        )
    }
}
