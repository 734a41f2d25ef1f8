import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// A certificate, on screen and on paper.
struct CertificatePageView: PageView {
    let call: Call
    let certificate: Certificate

    private var said: GatheringCertificateWords { call.words.gatherings.certificates }
    private var latest: CertificateVersion { certificate.latest }
    private var address: String { call.env.settings.baseURL + Paths.certificate(certificate.code) }

    var page: Page {
        var page = Page(said.title(), main: "\(state)\(facts)\(earlier)\(check)")
        page.lead = ReadersStrip(.everyone, "\(said.readers())", call.words).html
        return page
    }

    private var state: HTML {
        latest.isValid
            ? HTML()
            : "<div class=\"inset warn\"><p><strong>\(said.isWithdrawn(["day": day(latest.issuedAt)]))</strong></p></div>"
    }

    /// Of a place whose name may not leave, the neutral name and who runs the site.
    private var title: String {
        certificate.place.isNamed ? latest.title : certificate.place.name(call.words)
    }

    private var issuer: String {
        let site = call.env.settings.name
        return certificate.place.isNamed && latest.issuer != site ? "\(latest.issuer), \(site)" : site
    }

    private var facts: HTML {
        let zone = Zones.stored(latest.zone, orElse: call.env.settings.timeZone), words = call.words
        let span = said.when([
            "day": words.fullDate(latest.startAt, in: zone), "from": words.time(LocalTime(latest.startAt, in: zone)),
            "until": words.time(LocalTime(latest.endAt, in: zone)), "city": TimeZonePlan.city(of: latest.zone),
        ])
        let credit = certificate.place.isNamed ? latest.credit : ""
        let lines: [(String, HTML)] = [
            (said.name(), "<strong dir=\"auto\">\(latest.name)</strong>"), (said.gathering(), "<bdi>\(title)</bdi>"),
            (said.date(), "\(span)"), (said.attended(), "<strong>\(said.minutes(latest.minutes))</strong>"),
            (call.words.gatherings.series.credit(), "<bdi>\(credit)</bdi>"),
            (said.basis(), "\(said.basis(latest.way))"),
            (said.issuer(), "<bdi>\(issuer)</bdi>"),
            (said.version(), "\(said.versionOf(["version": String(latest.version), "day": day(latest.issuedAt)]))"),
        ]
        let shown = lines.filter { $0.0 != call.words.gatherings.series.credit() || !credit.isEmpty }
        return """
            <section class="card"><dl class="facts">\(each: shown, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl></section>

            """
    }

    /// What earlier versions said.
    private var earlier: HTML {
        let old = certificate.versions.dropFirst()
        if old.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(said.earlier())</h2><p>\(said.corrected())</p><ul>\(each: old, line)</ul></section>

            """
    }

    private func line(_ version: CertificateVersion) -> HTML {
        let what = version.isValid ? said.minutes(version.minutes) : said.notPresent()
        return """
            <li>\(said.earlierVersion(["version": String(version.version), "day": day(version.issuedAt), "what": what]))</li>
            """
    }

    private var check: HTML {
        """
        <p>\(said.check())<br><bdi><a href="\(address)">\(address)</a></bdi></p>

        """
    }

    private func day(_ moment: Timestamp) -> String { call.words.fullDate(moment, in: call.zone) }
}

/// That there is no certificate at an address, or that none can be made of a date.
struct NoCertificatePageView: PageView {
    let call: Call
    /// Nil for an address.
    var date: TitledGathering?
    var errors: [FieldError] = []

    private var said: GatheringCertificateWords { call.words.gatherings.certificates }

    var page: Page {
        guard let date else {
            return Page(said.none(), main: "<p>\(said.noneText())</p>")
        }
        let sentences = errors.map { call.words.sentence($0.problem, of: $0.field) }
        var page = Page(
            said.title(),
            main: "<div id=\"certificate\">\(each: sentences, { "<p>\($0)</p>" as HTML })</div>"
        )
        page.crumbs = [.init(date.title, Paths.thread(date.gathering.thread))]
        return page
    }
}

extension GatheringCertificateWords {
    /// How it is known that the member was there.
    func basis(_ way: AttendanceWay) -> String {
        switch way {
        case .own: byThemselves()
        case .code: byCode()
        case .host, .file: byHost()
        }
    }
}
