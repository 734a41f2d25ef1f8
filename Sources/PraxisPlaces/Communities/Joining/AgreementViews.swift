import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The agreement with its versions.
struct AgreementPageView: PageView {
    let call: Call
    let details: CommunityDetails
    let versions: [AgreementVersion]
    /// Adds the button that accepts the one in force.
    let isAsked: Bool

    var page: Page {
        let line = details.line, communities = call.words.communities, agreement = AgreementView(call: call)
        let inForce = versions.filter { $0.version == line.agreementVersion }
        let earlier = versions.filter { $0.version != line.agreementVersion }
        let accept: HTML =
            isAsked && !inForce.isEmpty
            ? call.button(
                Paths.agreement(line.slug),
                communities.acceptAgreement(),
                style: "btn",
                fields: [("agreement", String(line.agreementVersion))]
            ) : HTML()
        var page = Page(
            communities.agreement(),
            main: """
                \(if: inForce.isEmpty, "<p class=\"empty\">\(communities.noAgreement())</p>")
                \(each: inForce, { agreement.version($0, line.language) })\(accept)
                \(if: !earlier.isEmpty, "<details><summary>\(communities.earlierVersions())</summary>\(each: earlier, { agreement.version($0, line.language) })</details>")
                """
        )
        page.crumbs = call.communityCrumbs(line)
        page.lead = readers.html
        return page
    }

    /// The agreement is shown to everyone who can find the community, and so to more people than what is written in it.
    private var readers: ReadersStrip {
        let words = call.words, visibility = details.line.visibility
        if versions.isEmpty { return ReadersStrip(of: visibility, words) }
        return visibility == .hidden
            ? ReadersStrip(.hidden, "\(words.communities.agreementReadersHidden())", words)
            : ReadersStrip(.everyone, "\(words.communities.agreementReaders())", words)
    }
}

/// The agreement of a community as pages show it and ask for it.
struct AgreementView {
    let call: Call

    /// The agreement as a section of its own.
    func text(_ html: [UInt8], _ language: Language, version: Int, at: Timestamp) -> HTML {
        section(
            "<h2>\(call.words.communities.agreement())</h2><p class=\"meta\">\(name(version, at))</p>",
            html,
            language
        )
    }

    /// A version on the page of the agreement, whose heading says what it is.
    func version(_ version: AgreementVersion, _ language: Language) -> HTML {
        section("<h2>\(name(version.version, version.at))</h2>", version.html, language)
    }

    private func section(_ heading: HTML, _ html: [UInt8], _ language: Language) -> HTML {
        """
        <section class="card">\(heading)\
        <div class="prose" dir="auto"\(call.lang(language))>\(HTML(trusted: html))</div></section>
        """
    }

    /// "Version 2, 17 October 2025".
    private func name(_ version: Int, _ at: Timestamp) -> String {
        let date = call.words.day(at, in: call.zone, now: call.now)
        return call.words.communities.agreementVersion(["version": String(version), "date": date])
    }

    /// The one in force; empty if absent.
    func inForce(_ details: CommunityDetails) -> HTML {
        let line = details.line
        return details.agreement.map {
            text($0.html, line.language, version: line.agreementVersion, at: $0.at)
        } ?? HTML()
    }

    /// The tick that accepts the agreement in force; a page that asks for several gives each a field of its own.
    func tick(
        _ version: Int,
        _ errors: [FieldError],
        field: String = "agreement",
        isTicked: Bool = false,
        before: String = ""
    ) -> HTML {
        let problem = errors.first { $0.field == field }?.problem
        return """
            <div class="field\(if: problem != nil, " bad")">\
            \(problem.map { "<span class=\"error\">\(call.words.sentence($0, of: "agreement"))</span>" as HTML })\
            <label class="choice"><input type="checkbox" id="\(field)" name="\(field)" value="\(version)"\(if: isTicked, " checked")> \
            \(before)\(call.words.communities.agree(["version": String(version)]))</label></div>
            """
    }

    /// The new version asks to be accepted.
    func banner(_ details: CommunityDetails, isAsked: Bool) -> HTML {
        guard isAsked else { return HTML() }
        let communities = call.words.communities, line = details.line
        return """
            <div class="banner warn" role="status"><p>\(communities.agreementChanged()) \
            <a href="\(Paths.agreement(line.slug))">\(communities.readAgreement())</a></p>\
            \(call.button(Paths.agreement(line.slug), communities.acceptAgreement(), style: "btn alt",
                     fields: [("agreement", String(line.agreementVersion))]))</div>
            """
    }
}
