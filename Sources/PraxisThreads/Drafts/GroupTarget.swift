package import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisWeb
package import PraxisWords

/// `group:nursing/winter`: a new thread.
package struct GroupTarget: DraftTarget {
    package static let kind = Noun.Group.kind
    package static let pattern = Schema.slugSpelling + "/" + Schema.slugSpelling
    package static let address: SQL<Void> = """
        (SELECT dc.slug || '/' || dg.slug FROM "group" dg JOIN community dc ON dc.id = dg.communityId WHERE dg.id = subjectId)
        """

    let community: String
    let group: String

    init(community: String, group: String) { (self.community, self.group) = (community, group) }

    package init?(spelling: String) {
        let slugs = spelling.split(separator: "/", omittingEmptySubsequences: false).compactMap {
            Slug(exactly: String($0))?.text
        }
        guard slugs.count == 2 else { return nil }
        (community, group) = (slugs[0], slugs[1])
    }

    package var spelling: String { community + "/" + group }
    package var subjectID: SQL<Void> {
        """
        (SELECT dg.id FROM "group" dg JOIN community dc ON dc.id = dg.communityId
         WHERE dc.slug = \(community) AND dg.slug = \(group))
        """
    }
    package var path: String { Paths.newThread(community, group: group) }

    package func facts(_ reading: Reading) throws -> Facts {
        let facts = try Access.group(group, in: community, reading)
        if let denial = Policy.refusal(ReadGroup.self, facts) { throw denial }
        return facts
    }

    package func heading(_ words: Words, _ name: String) -> String {
        words.threads.write.draft.newIn(["name": name])
    }

    package func choosing(_ group: String?) -> any DraftTarget {
        guard let group else { return self }
        return CommunityTarget(community).choosing(group)
    }

    package func form(_ call: Call, _ typed: TypedPost) async throws -> DraftForm {
        try await DraftForm(starting: typed, at: self, in: community, call)
    }
}
