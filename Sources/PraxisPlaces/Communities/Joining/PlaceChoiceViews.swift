package import HTML
package import PraxisDomain
package import PraxisWeb
import PraxisWords

/// Tick-boxes for the places that a newcomer can join, with the agreements that go with them.
package struct PlaceChoicesView {
    private let call: Call
    private let choices: PlaceChoices
    /// What was sent, if the form is shown again.
    private let typed: Fields?
    private let errors: [FieldError]

    package init(call: Call, choices: PlaceChoices, typed: Fields?, errors: [FieldError]) {
        (self.call, self.choices) = (call, choices)
        (self.typed, self.errors) = (typed, errors)
    }

    private var said: PlaceChoiceWords { call.words.communities.placeChoices }

    package var html: HTML {
        let agreement = AgreementView(call: call)
        return """
            <ul class="choices">\(each: choices.offered, { item($0, agreement) })</ul>\
            \(if: choices.hasMore, "<p><a href=\"\(Paths.communities)\">\(said.all())</a></p>")
            """
    }

    /// Names the place that each error is about.
    package var summary: HTML {
        if errors.isEmpty { return HTML() }
        let lines = choices.offered.compactMap { choice in
            errors.first { $0.field == choice.agreementField }.map { error in
                let sentence = call.words.sentence(error.problem, of: "agreement")
                return
                    "<li><a href=\"#\(error.field)\">\(said.wrong(["name": name(choice), "problem": sentence]))</a></li>"
                    as HTML
            }
        }
        return """
            <div class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">\(call.words.errors.heading())</h2>
            <ul>\(each: lines, { $0 })</ul></div>
            """
    }

    private func name(_ choice: PlaceChoice) -> String {
        switch choice.way {
        case .invitation(_, let group?), .group(let group): group.name
        default: choice.community.line.name
        }
    }

    private func item(_ choice: PlaceChoice, _ agreement: AgreementView) -> HTML {
        let line = choice.community.line
        if choice.hasAsked {
            return
                "<li class=\"card\"><p><strong>\(name(choice))</strong></p><p class=\"meta\">\(confidential(choice))\(said.asked())</p></li>"
        }
        let way: HTML = "\(self.way(choice))\(region(of: choice).map { " \($0)" })"
        return """
            <li class="card"><label class="choice"><input type="checkbox" name="place" value="\(choice.key)"\(if: isTicked(choice), " checked")> \
            <strong\(call.lang(language(choice)))>\(name(choice))</strong></label>\
            \(purpose(choice))<p class="meta">\(confidential(choice))\((marks(choice) + [way]).withPoints)</p>\
            \(if: choice.needsAgreement, """
                <details><summary>\(call.words.communities.readAgreement())<span class="vh"> \(name(choice))</span></summary>\
                <div class="prose" dir="auto"\(call.lang(line.language))>\(HTML(trusted: choice.community.agreement?.html ?? []))</div></details>\
                \(agreement.tick(line.agreementVersion, errors, field: choice.agreementField, isTicked: typed?[choice.agreementField] != nil, before: said.ifYouJoin() + " "))
                """)</li>
            """
    }

    /// An invitation is ticked to begin with: its holder has come for it.
    private func isTicked(_ choice: PlaceChoice) -> Bool {
        if let typed { return typed.all("place").contains(choice.key) }
        if case .invitation = choice.way { return true }
        return false
    }

    private func language(_ choice: PlaceChoice) -> Language {
        switch choice.way {
        case .invitation(_, let group?), .group(let group): group.language
        default: choice.community.line.language
        }
    }

    /// Why it is among the first.
    private func marks(_ choice: PlaceChoice) -> [HTML] {
        if case .invitation = choice.way { return ["<span class=\"tag\">\(said.invited())</span>"] }
        return [(choice.fits, said.fits()), (choice.isNear, said.near())].filter(\.0).map {
            "<span class=\"tag\">\($0.1)</span>"
        }
    }

    private func confidential(_ choice: PlaceChoice) -> HTML {
        switch choice.way {
        case .invitation(_, let group?) where group.kind.isConfidential,
            .group(let group) where group.kind.isConfidential:
            "\(Icon.lock.html) \(call.words.common.confidential()). "
        default: HTML()
        }
    }

    private func purpose(_ choice: PlaceChoice) -> HTML {
        let text =
            switch choice.way {
            case .invitation(_, let group?), .group(let group): group.purpose
            default: choice.community.line.domain
            }
        return text.isEmpty ? HTML() : "<p\(call.lang(language(choice)))>\(text)</p>"
    }

    /// Of the community, where that itself is offered.
    private func region(of choice: PlaceChoice) -> String? {
        switch choice.way {
        case .invitation(_, .some), .group: nil
        default: RegionView(call: call, line: choice.community.line).inLine
        }
    }

    private func way(_ choice: PlaceChoice) -> String {
        let name = choice.community.line.name
        return switch choice.way {
        case .invitation(_, let group): group == nil ? said.byInvitation() : said.groupByInvitation(["name": name])
        case .group: said.group(["name": name])
        case .community: choice.asks ? said.onRequest() : said.atOnce()
        }
    }
}
