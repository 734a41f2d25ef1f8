import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Adding a group and changing what it is.
    package static let groupSettingsRoutes: [Route] = [
        .memberPage(Paths.newGroup) { call in
            let view = try await call.communityView()
            if let refusal = Policy.refusal(AddGroup.self, view.facts) { throw refusal }
            let line = view.details.line
            return NewGroupPageView(call: call, community: line, typed: call.usualGroup(in: line)).response()
        },
        .form(Paths.newGroup) { try await $0.addGroup() },
        .memberPage(PlacePaths.settings.ofGroup) { call in
            let view = try await call.groupView()
            if let refusal = Policy.refusal(ChangeGroup.self, view.facts) { throw refusal }
            return GroupSettingsPageView(call: call, view: view, typed: Fields(view.group)).response()
        },
        .form(PlacePaths.settings.ofGroup) { try await $0.changeGroup() },
    ]
}

extension Fields {
    /// The settings of a group as its form shows them.
    fileprivate init(_ group: GroupLine) {
        self.init(
            [
                ("name", group.name), ("purpose", group.purpose), ("contact", group.contact),
                ("kind", group.kind.rawValue), ("language", group.language.rawValue),
                ("access", group.access.rawValue), ("editDays", String(group.editDays)),
            ] + (group.isListed ? [("listed", "yes")] : [])
        )
    }
}

extension Call {
    /// What a new group is unless said; a link may ask for a kind.
    fileprivate func usualGroup(in community: CommunityLine) -> Fields {
        let kind = query["kind"].flatMap(GroupKind.init) ?? .topic
        return Fields([
            ("kind", kind.rawValue), ("access", GroupPlan.usual), ("listed", "yes"),
            ("language", community.language.rawValue),
            ("editDays", String(Limits.usualEditDays)),
        ])
    }

    fileprivate func addGroup() async throws -> Response {
        let view = try await communityView(), form = try form()
        let line = view.details.line
        if let refusal = Policy.refusal(AddGroup.self, view.facts) { throw refusal }
        do {
            let change = try GroupChange(form, orElse: line.language, version: 0)
            var group = NewGroup(slug: Slug(from: change.name), name: change.name)
            group.purpose = change.purpose
            group.contact = change.contact
            group.kind = change.kind
            group.access = change.access
            group.isListed = change.isListed
            group.language = change.language
            group.editDays = change.editDays
            let made = try await env.communities[line.id].addGroup(group, as: viewer, once: try formOnceKey(form))
            let paths = try await read { try PlacePaths.of(line.id, made, $0) }
            return .seeOther(paths.home)
        } catch Denial.input(let errors) {
            return NewGroupPageView(call: self, community: line, typed: form, errors: errors)
                .response(.unprocessableContent)
        }
    }

    fileprivate func changeGroup() async throws -> Response {
        let view = try await groupView(), form = try form()
        if let refusal = Policy.refusal(ChangeGroup.self, view.facts) { throw refusal }
        do {
            let change = try GroupChange(
                form,
                orElse: view.group.language,
                version: try form.int("version") ?? 0
            )
            try await env.communities[view.community.line.id].change(view.group.id, change, as: viewer)
            // A group that is not listed any more is out of sight for those who have not joined it.
            let paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
            let isInSight = change.isListed || view.rights.hasJoined
            return .seeOther((isInSight ? paths.settings : Paths.community(view.community.line.slug)) + "?done=changed")
        } catch Denial.input(let errors) {
            return GroupSettingsPageView(call: self, view: view, typed: form, errors: errors)
                .response(.unprocessableContent)
        } catch Denial.stale {
            let fresh = try await groupView()
            return GroupSettingsPageView(call: self, view: fresh, typed: form, isStale: true)
                .response(.conflict)
        }
    }
}

extension GroupChange {
    /// What a settings form holds; `language` stands in for one that it does not name.
    /// - Throws: `Denial.input` naming every field that is not as it should be.
    fileprivate init(_ form: Fields, orElse language: Language, version: Int) throws(Denial) {
        var problems: [FieldError] = []
        let name = problems.collect("") { () throws(Denial) in
            try TypedText.line(form.text("name"), "name", Limits.groupNameScalars)
        }
        let purpose = problems.collect("") { () throws(Denial) in
            try TypedText.checked(form.text("purpose"), "purpose", Limits.purposeScalars)
        }
        let contact = problems.collect("") { () throws(Denial) in
            try TypedText.checked(form.text("contact"), "contact", Limits.noteScalars)
        }
        let kind = problems.collect(.topic) { () throws(Denial) in try form.required("kind", GroupKind.self) }
        let access = problems.collect(.open) { () throws(Denial) in
            form["access"] == GroupPlan.usual
                ? GroupPlan.usualAccess(of: kind) : try form.required("access", GroupAccess.self)
        }
        let written = problems.collect(language) { () throws(Denial) in
            try form.word("language", Language.self) ?? language
        }
        let editDays = problems.collect(Limits.usualEditDays) { () throws(Denial) in try form.editDays() }
        if !problems.isEmpty { throw .input(problems) }
        self.init(
            name: name,
            purpose: purpose,
            contact: contact,
            kind: kind,
            access: access,
            isListed: form.isTicked("listed"),
            language: written,
            editDays: editDays,
            version: version
        )
    }
}

extension Fields {
    /// Days in which a post can be edited.
    fileprivate func editDays() throws(Denial) -> Int {
        let range = Limits.editDays
        guard let days = Int(text("editDays")), range.contains(days) else {
            throw .input([FieldError("editDays", .notBetween(range.lowerBound, range.upperBound))])
        }
        return days
    }
}
