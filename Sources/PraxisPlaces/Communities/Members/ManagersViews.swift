import HTML
import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// Pages that only manage say who can open them, which is not who can read the place.
extension ReadersStrip {
    /// Of a page of a community, under `ChangeCommunity`, `AddGroup` or `SetCommunityRole`.
    package static func managers(_ words: Words) -> ReadersStrip {
        ReadersStrip(.members, "\(words.communities.readersManagers())", words)
    }

    /// Of a page of a group, under `ChangeGroup` or `SetGroupRole`: a confidential group is its facilitators' alone.
    package static func managers(of group: GroupLine, _ words: Words) -> ReadersStrip {
        group.kind.isConfidential
            ? ReadersStrip(.confidential, "\(words.groups.readersFacilitators())", words)
            : ReadersStrip(.members, "\(words.groups.readersManaging())", words)
    }

    /// Of the list of the people of a group, as `GroupRights.seesMembers` has it.
    static func people(of group: GroupLine, in community: CommunityLine, _ words: Words) -> ReadersStrip {
        let groups = words.groups
        if group.kind.isConfidential { return ReadersStrip(.confidential, "\(groups.readersPeopleJoined())", words) }
        let sentence =
            group.kind.isReadByAll(group.access)
            ? groups.readersPeopleOpen(["community": community.name]) : groups.readersPeopleClosed()
        return ReadersStrip(.members, "\(sentence)", words)
    }
}
