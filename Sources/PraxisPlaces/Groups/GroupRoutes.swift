import HTML
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// The pages of groups, joining and leaving them.
    package static let groupRoutes: [Route] = [
        .page(Paths.group) { try await $0.group() },
        .form(PlacePaths.join.ofGroup) { try await $0.joinGroup() },
        .form(PlacePaths.withdrawal.ofGroup) { call in
            let view = try await call.groupView(), line = view.community.line
            let asked = try await call.env.communities[line.id].withdrawRequest(to: view.group.id, as: call.viewer)
            return .seeOther(Paths.group(line.slug, view.group.slug) + (asked ? "?done=withdrawn" : ""))
        },
        .memberPage(PlacePaths.leave.ofGroup) { call in
            let view = try await call.groupView()
            let paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
            return LeavePageView(
                call: call,
                title: call.words.groups.leaveTitle(["name": view.group.name]),
                text: call.words.groups.leaveText(),
                action: paths.leave,
                stay: paths.home,
                crumbs: call.groupCrumbs(view),
                readers: ReadersStrip(of: view.group, in: view.community.line, call.words)
            )
            .response()
        },
        .form(PlacePaths.leave.ofGroup) { call in
            let view = try await call.groupView()
            try await call.env.communities[view.community.line.id].leave(view.group.id, as: call.viewer)
            return .seeOther(Paths.community(view.community.line.slug) + "?done=left")
        },
    ]
}

/// The group that an address leads to.
private struct KnownGroup: Snapshot {
    let id: GroupID

    var cost: Int { 100 }
}

extension Call {
    /// The group of the address with what the viewer may see of it.
    /// - Throws: `Denial.missing` if the viewer may see nothing of it.
    package func groupView() async throws -> GroupView {
        let community = try parameter("community"), slug = try parameter("group")
        return try await read { try GroupView.read(slug, in: community, $0) }
    }

    package func groupCrumbs(_ view: GroupView) -> [Page.Crumb] {
        let line = view.community.line
        return [
            .init(line.name, Paths.community(line.slug)),
            .init(view.group.name, Paths.group(line.slug, view.group.slug)),
        ]
    }

    fileprivate func group() async throws -> Response {
        if session == nil, query.pairs.isEmpty { return try await visitorGroup() }
        let view = try await groupView()
        var page =
            view.rights.reads
            ? try await readable(view)
            : GroupDoorPageView(call: self, view: view, people: try await people(of: view)).page
        page.banner += heldBackInset(try await Restriction.own(view.facts, env, at: now))
        return self.page(page)
    }

    /// The page that visitors begin with is kept whole, until anything happens in the group.
    private func visitorGroup() async throws -> Response {
        let address = try parameter("community") + "/" + parameter("group")
        let variant = "\(visitorVariant) \(LocalTime(now, in: zone).dayNumber)"
        if let known = env.snapshots.kept(.places, address, as: KnownGroup.self),
            let kept = env.snapshots.kept(.group(known.id), variant, as: VisitorPage.self)
        {
            return kept.answer(to: head)
        }
        env.snapshots.expect(.places)
        let id = try await groupView().group.id
        env.snapshots.expect(.group(id))
        let readAt = try await env.store.read { try $0.journalNumber() }
        let view = try await groupView()
        guard view.rights.reads else {
            return GroupDoorPageView(call: self, view: view, people: try await people(of: view)).response()
        }
        let made = VisitorPage(document(try await readable(view)))
        if view.group.id == id {
            env.snapshots.keep(KnownGroup(id: id), .places, address, readAt: readAt)
            env.snapshots.keep(made, .group(id), variant, readAt: readAt)
        }
        return made.answer(to: head)
    }

    private func readable(_ view: GroupView) async throws -> Page {
        let spot = PlaceSlot.Spot(
            community: view.community.line.slug,
            group: view.group.slug,
            facts: view.facts,
            groups: [view.facts]
        )
        let (people, content) = (try await people(of: view), try await contents(of: spot))
        return GroupPageView(call: self, view: view, people: people, content: content).page
    }

    private func people(of view: GroupView) async throws -> GroupPeople? {
        try await read { try GroupPeople.load(view, $0) }
    }

    fileprivate func joinGroup() async throws -> Response {
        let view = try await groupView(), form = try form()
        let line = view.community.line
        do {
            let admission = try await env.communities[line.id].join(view.group.id, note: form.text("note"), as: viewer)
            let done = admission == .joined ? "?done=joined" : "?done=asked"
            return .seeOther(Paths.group(line.slug, view.group.slug) + done)
        } catch Denial.input(let errors) {
            let people = try await people(of: view)
            return GroupDoorPageView(call: self, view: view, people: people, typed: form, errors: errors)
                .response(.unprocessableContent)
        }
    }
}
