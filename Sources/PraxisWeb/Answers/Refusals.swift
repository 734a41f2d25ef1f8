import HTML
import HTTPTypes
import Hummingbird
package import PraxisDomain
import PraxisStore
import PraxisWords

extension Words {
    /// The text of a refusal: a heading and a sentence.
    package func refusal(_ denial: Denial) -> (title: String, text: String) {
        switch denial {
        case .missing: (errors.missingTitle(), errors.missingText())
        case .signedOut: (errors.signedOutTitle(), errors.signedOutText())
        case .notAllowed: (errors.notAllowedTitle(), errors.notAllowedText())
        case .silenced: (errors.cannotTitle(), errors.silenced())
        case .lapsed: (errors.cannotTitle(), errors.lapsed())
        case .agreement: (errors.cannotTitle(), errors.agreement())
        case .tooLate: (errors.cannotTitle(), errors.tooLate())
        case .stale: (errors.staleTitle(), errors.staleText())
        case .tooMany(let wait): (errors.tooManyTitle(), pause(Int(wait.wholeSeconds)))
        case .forged: (errors.forgedTitle(), errors.forgedText())
        case .keyReused: (errors.inputTitle(), errors.keyReused())
        case .tooLarge: (errors.tooLargeTitle(), errors.tooLargeText())
        case .unreadable: (errors.unreadableTitle(), errors.unreadableText())
        case .unsupportedMediaType: (errors.unreadableTitle(), errors.unsupportedMediaType())
        case .methodNotAllowed(let methods):
            (errors.unreadableTitle(), errors.methodNotAllowed(["methods": methods.joined(separator: ", ")]))
        case .input: (errors.inputTitle(), errors.inputText())
        case .own(let own): (title(of: own.denial.status), sentence(own.denial))
        }
    }

    private func title(of status: OwnDenial.Status) -> String {
        switch status {
        case .forbidden: errors.cannotTitle()
        case .conflict: errors.staleTitle()
        case .unprocessable: errors.inputTitle()
        }
    }

    private func sentence(_ denial: any CapabilityDenial) -> String {
        named.denials[denial.sentence]?.filled(with: denial.values) ?? denial.name
    }

    /// How long to wait, in minutes if it is long.
    private func pause(_ seconds: Int) -> String {
        seconds <= 90 ? errors.tooManyText(seconds) : errors.tooManyMinutes((seconds + 59) / 60)
    }
}

extension Call {
    /// A refusal as sent to the client: a page that keeps what was typed, or problem+json.
    ///
    /// For a missing page, readers who are not signed in are asked to sign in, whether it exists or not.
    func refusal(_ denial: Denial, door: Pipeline.Door?) throws -> Response {
        let isPage = !route.isAPI && (head.method == .get || head.method == .head)
        let door = denial == .missing && session == nil && isPage ? door : nil
        var response =
            route.isAPI
            ? try problem(denial) : door.map { page($0(self), status: denial.status) } ?? refusalPage(denial)
        if case .tooMany(let wait) = denial { response.headers[.retryAfter] = String(wait.wholeSeconds) }
        if case .methodNotAllowed(let methods) = denial { response.headers[.allow] = methods.joined(separator: ", ") }
        if case .signedOut = denial, route.isAPI { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }

    /// A failure as sent to the client: nothing about its cause, which is logged.
    func accident(_ error: any Error) throws -> Response {
        let isFull = error as? StoreError == .full
        let (title, text) =
            isFull
            ? (words.errors.fullTitle(), words.errors.fullText())
            : (words.errors.accidentTitle(), words.errors.accidentText())
        let status: HTTPResponse.Status =
            isFull ? .init(code: 507) : error is StoreError ? .serviceUnavailable : .internalServerError
        if route.isAPI {
            return try Self.problem(
                Problem(type: "accident", title: title, status: status.code, detail: text, errors: nil)
            )
        }
        return page(Page(title, main: "<p>\(text)</p>\(keptBelow)"), status: status)
    }

    private func refusalPage(_ denial: Denial) -> Response {
        if case .signedOut = denial, head.method == .get || head.method == .head {
            return .seeOther(Paths.signIn(thenTo: here))
        }
        var (title, text) = words.refusal(denial)
        if case .methodNotAllowed = denial {
            (title, text) = (words.errors.notAPageTitle(), words.errors.notAPageText())
        }
        var main: HTML = "<p>\(text)</p>"
        let below = keptBelow
        if below.bytes.isEmpty {
            main += session == nil && denial == .signedOut ? signInLink : wayOn(denial)
        }
        var page = Page(title, main: main + below)
        if case .input(let errors) = denial { page.banner = errorSummary(errors) }
        return self.page(page, status: denial.status)
    }
}

extension Call {
    /// Where to go from a refusal: the same page after a while, or the start page.
    private func wayOn(_ denial: Denial) -> HTML {
        let isWait = if case .tooMany = denial { head.method == .get } else { false }
        let home = session == nil ? (Paths.communities, words.common.communities()) : (Paths.home, words.common.back())
        let (path, label) = isWait ? (here, words.errors.tryAgain()) : home
        return "<div class=\"actions\"><a class=\"btn alt\" href=\"\(path)\">\(label)</a></div>"
    }
}

extension Call {
    private func problem(_ denial: Denial) throws -> Response {
        let (title, detail) = words.refusal(denial)
        var problem = Problem(
            type: "urn:praxis:problem:" + denial.name,
            title: title,
            status: denial.status.code,
            detail: detail,
            errors: nil
        )
        switch denial {
        case .input(let errors):
            problem = Problem(
                type: problem.type,
                title: title,
                status: problem.status,
                detail: detail,
                errors: errors.map {
                    .init(field: $0.field, message: words.sentence($0.problem, of: $0.field))
                }
            )
        case .stale(let current, let now): (problem.current, problem.now) = (current, now)
        case .own(let own): problem.details = own.denial.details
        default: break
        }
        return try Self.problem(problem)
    }

    private static func problem(_ problem: Problem) throws -> Response {
        var response = try Response.json(problem, status: .init(code: problem.status))
        response.headers[.contentType] = "application/problem+json"
        return response
    }
}
