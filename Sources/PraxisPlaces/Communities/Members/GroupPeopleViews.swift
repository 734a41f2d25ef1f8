import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The people of a group beside its page: how many have joined, who facilitates it, the way to all of them and the way out.
struct GroupPeopleView {
    let call: Call
    let view: GroupView
    let people: GroupPeople

    private var groups: GroupWords { call.words.groups }
    private var paths: PlacePaths { PlacePaths(community: view.community.line.slug, group: view.group.slug) }

    /// Nothing of a group that nobody has joined, to viewers who could do nothing here.
    var html: HTML {
        let (sees, leaves) = (view.rights.seesMembers, view.rights.leaves)
        if people.count == 0, !sees, !leaves { return HTML() }
        return """
            <section class="card"><h2>\(call.words.communities.people())</h2>\
            \(if: people.count > 0, "<p class=\"meta\">\(groups.joinedCount(people.count))</p>")\(facilitators)\
            \(if: sees, "<p><a href=\"\(paths.members)\">\(groups.allMembers())</a></p>")\
            \(if: leaves, "<p><a href=\"\(paths.leave)\">\(groups.leave())</a></p>")</section>

            """
    }

    private var facilitators: HTML {
        if people.facilitators.isEmpty { return HTML() }
        let more = people.moreFacilitators
        return """
            <ul class="people">\(each: people.facilitators, facilitator)</ul>\
            \(if: more > 0, "<p class=\"meta\">\(groups.moreFacilitators(more))</p>")
            """
    }

    /// Leads, where the viewer sees it, to what the page of the group's people says of them.
    private func facilitator(_ person: GroupPeople.Facilitator) -> HTML {
        let name: HTML =
            view.rights.seesMembers
            ? "<a href=\"\(paths.members(named: person.name, page: 1))\"><bdi>\(person.name)</bdi></a>"
            : "<bdi>\(person.name)</bdi>"
        return """
            <li>\(face(person.name, person.id))<div class="who"><p>\(name)</p>\
            <p class="meta">\(call.words.name(of: Role.facilitator))</p></div></li>
            """
    }
}

/// What the door of a group says of its people, among its other facts.
struct DoorPeopleView {
    let words: Words
    /// Nil for viewers who are told nothing of them.
    let people: GroupPeople?

    var facts: HTML {
        guard let people else { return HTML() }
        let groups = words.groups, names = people.facilitators.map { "<bdi>\($0.name)</bdi>" as HTML }
        let more = people.moreFacilitators
        let list = names.enumerated().reduce(into: HTML()) { $0 += $1.offset == 0 ? $1.element : ", \($1.element)" }
        return """
            <dt>\(words.communities.people())</dt><dd>\(people.count == 0 ? groups.nobodyJoined() : groups.joinedCount(people.count))</dd>\
            \(if: !names.isEmpty, "<dt>\(groups.facilitators(names.count))</dt><dd>\(list)\(if: more > 0, " \(groups.moreFacilitators(more))")</dd>")
            """
    }
}
