import PraxisCapability
import PraxisCrypto
import PraxisDigest
package import PraxisDomain
import PraxisForum
import PraxisImport
import PraxisPlaces
package import PraxisStore

/// The commands' messages to the administrator, in English; defined only here.
package enum Messages {
    package static func sentence(_ problem: ConfigurationProblem) -> String {
        switch problem {
        case .badValue(let key, let expects): "\(key) must be \(expects)."
        case .unknownKey(let key, let nearest): "There is no setting \(key). Did you mean \(nearest)?"
        case .notASetting(let line): "Line \(line) of the settings is not of the form KEY=VALUE."
        case .unreadable(let path, let reason): "The settings in \(path) cannot be read: \(reason)"
        case .limitsNeedLoopback:
            "PRAXIS_LIMITS may be off only while PRAXIS_BASE_URL is on this machine, as http://127.0.0.1:8080."
        }
    }

    /// Why the data folder cannot be used.
    package static func sentence(_ error: StoreError, folder: String) -> String {
        switch error {
        case .inUse(let folder):
            "The data folder \(folder) is in use by another Praxis process. Stop that one, or name another folder with --data."
        case .notWritable(let folder, let reason):
            "The data folder \(folder) is not writable: \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason)."
        case .early:
            "The data folder \(folder) was written by a version of Praxis from before the first release, whose data this version cannot read. Nothing in it was changed. If that version has praxis export, export there and import here into an empty folder; otherwise keep the folder with that version."
        case .newer:
            "The data folder \(folder) was written by a newer version of Praxis. Install that version, or restore an older backup."
        case .full: "No space is left for the data folder \(folder). Nothing that was acknowledged is lost."
        case .fullAt(let path): "No space is left for \(path). Nothing of it was left there."
        case .notWrittenAt(let path, let reason): "\(path) cannot be written: \(reason)."
        case .broken(let reason): "The database in the data folder \(folder) cannot be used: \(reason)."
        case .constraint(let reason), .statement(let reason): "The database in \(folder) refused: \(reason)."
        case .unreadable(let column): "The database in \(folder) holds something unexpected in column \(column)."
        case .closed: "The data folder \(folder) has been closed."
        }
    }

    static func sentence(_ denial: Denial) -> String {
        guard case .input(let errors) = denial else { return "This was refused: \(denial)." }
        return "These cannot be used: \(errors.map(\.field).joined(separator: ", "))."
    }

    static func sentence(_ line: RefusedLine) -> String {
        line.number > 0
            ? "Line \(line.number) was left out: \(reason(line.reason))." : "Left out: \(reason(line.reason))."
    }

    private static func reason(_ bad: BadLine) -> String {
        switch bad {
        case .tooLong(let maximum): "it is longer than \(maximum) bytes"
        case .notJSON: "it is not a JSON object in UTF-8"
        case .unknownType(let type): "there is no type \"\(type.prefix(40))\""
        case .unknownField(let field, let type): "a line of type \(type) has no field \"\(field.prefix(40))\""
        case .missing(let field): "\(field) is missing"
        case .wrong(let field, let expected): "\(field) must be \(expected)"
        case .unknown(let field, let source): "no earlier line defines \(field) \(source)"
        case .otherThread: "reply_to is a post of another thread"
        case .emptyThread(let source): "no post of thread \(source) could be taken"
        case .refused(let reason): "the database refuses it (\(reason))"
        }
    }

    static func sentence(_ foreign: ForeignCorpus) -> String {
        """
        Nothing more is taken: \(foreign.type) \(foreign.source) is "\(foreign.name)" in this file, and was "\(foreign.knownAs)" in an \
        earlier import. The ids of the two files mean different things; import this one into a data folder of its own.
        """
    }

    /// To be compared with one that was recorded elsewhere.
    static func auditHead(_ head: AuditChain.Head) -> String {
        "Audit log: \(head.count) \(head.count == 1 ? "line" : "lines"), head \(head.count == 0 ? "none" : Hex.encode(head.hash))."
    }

    static func progress(_ progress: CorpusImport.Progress, seconds: Double) -> String {
        let share = progress.size > 0 ? Double(progress.bytes) / Double(progress.size) : 1
        let left = share > 0 ? seconds / share - seconds : 0
        let rate = seconds > 0 ? Int(Double(progress.posts) / seconds) : 0
        return
            "\(Int(share * 100)) %, \(progress.posts) posts, \(rate) a second, about \(Int(left.rounded(.up))) s left"
    }

    static func imported(_ progress: CorpusImport.Progress) -> String {
        "\(progress.posts) posts taken" + (progress.refused > 0 ? ", \(progress.refused) lines not taken." : ".")
    }

    static func exportIsThere(_ path: String) -> String {
        "\(path) is there already and was left as it is. Name a file that is not there yet."
    }
    static func exported(_ lines: Int, _ path: String) -> String {
        "\(lines) \(lines == 1 ? "line" : "lines") in \(path)."
    }

    package static func ready(_ host: String, _ port: Int) -> String {
        "Praxis is ready at http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// Printed once, for the person who started the server: the first to use the link becomes its administrator.
    static func setup(_ link: String) -> String {
        "This site has no account yet. Set it up within 7 days at \(link)"
    }

    static func cannotListen(_ host: String, _ port: Int, _ reason: String) -> String {
        "Praxis cannot listen on \(host), port \(port): \(reason). Change PRAXIS_HOST or PRAXIS_PORT."
    }

    /// Why a membership was not set.
    static func noMembership(_ error: FieldError, _ email: String, _ community: String, _ group: String?) -> String {
        switch (error.field, error.problem) {
        case ("member", _): noMember(email)
        case ("community", _): noCommunity(community)
        case ("group", _): noGroup(group ?? "", community)
        case ("role", .notAChoice(let roles)): badWord("--role", roles)
        case ("role", .lastManager):
            """
            \(email) is the only community manager of \(community). Nothing was changed: make someone else a manager first, with \
            praxis membership set --role manager.
            """
        default: sentence(.input([error]))
        }
    }

    /// Why an admission was not set or ended.
    static func noAdmission(_ error: FieldError, _ email: String, _ thread: ThreadID) -> String {
        switch (error.field, error.problem) {
        case ("member", _): noMember(email)
        case ("thread", _): "There is no thread \(thread)."
        case ("until", .missing): "\(email) has no admission to thread \(thread)."
        case ("until", _): "--until must be a time to come. Nothing was changed."
        default: sentence(.input([error]))
        }
    }

    static func noMember(_ email: String) -> String { "There is no member with the address \(email)." }
    static func noCommunity(_ slug: String) -> String { "There is no community \(slug)." }
    static func noGroup(_ slug: String, _ community: String) -> String { "There is no group \(slug) in \(community)." }
    static func badWord(_ option: String, _ expected: [String]) -> String {
        "\(option) must be one of \(expected.joined(separator: ", "))."
    }
    static func badSlug(_ slug: String) -> String {
        "\(slug) cannot be a slug. Use up to 60 small letters, digits and hyphens."
    }
    static func badAddress(_ email: String) -> String { "\(email) is not an email address." }
    static func badPassword(_ range: ClosedRange<Int>) -> String {
        "A password needs \(range.lowerBound) to \(range.upperBound) bytes."
    }
    static let commons = "Commons"

    static func noFile(_ path: String, _ reason: String) -> String { "\(path) cannot be used: \(reason)" }
    static func backedUp(_ path: String) -> String { "The backup is in \(path)." }
    static func whole(_ posts: Int) -> String { "All is well: \(posts) posts, their texts, counts and search index." }
    static func notWhole(_ findings: Int) -> String { "Findings: \(findings)." }
    static let searchNotChecked =
        "The words of the search index were not checked: no space is left for a copy of the database."
    static let interrupted = "Stopped before the end. Run the same command again to continue."

    /// Parses a moment in RFC 3339, as the commands accept it.
    package static func moment(_ text: String) -> Timestamp? { Timestamp(rfc3339: text) }
    package static func badMoment(_ text: String) -> String {
        "\(text) is not a moment like 2026-11-21T07:00:00Z or 2026-11-21T07:00:00+01:00."
    }
    static func wouldGetDigest(_ member: MemberID, period: String) -> String {
        "Member \(member) would get the digest of \(period)."
    }
    static func rehearsed(_ tally: DigestRound.Tally) -> String {
        "\(tally.lookedAt) were due; \(tally.queued) would be queued, and nothing was."
    }
    static func digests(_ tally: DigestRound.Tally, milliseconds: Int64) -> String {
        "\(tally.lookedAt) were due; \(tally.queued) digests queued in \(milliseconds) ms."
    }
    static func handedOver(_ mails: Int) -> String { "Emails handed over: \(mails)." }
    static func subject(_ subject: String) -> String { "Subject: \(subject)" }
    static func nothingNew(_ email: String) -> String { "Nothing is new for \(email), so no email would be sent." }

    static let busy = "The server is busy with other commands. Try again in a moment."
    static let unreadableCommand = "The server does not understand this command. Are both of the same version?"
    static let serverWentAway = "The server stopped before it had finished."
    static func accident(_ error: any Error) -> String { "This failed: \(error)" }

    static func check(_ number: Int, _ result: DoctorCheck.Result, _ what: String) -> String {
        "\(number). \(result.rawValue): \(what)"
    }
}
