package import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The tick that accepts the agreement in force.
    func agreementTick(_ version: Int, _ errors: [FieldError]) -> HTML {
        let problem = errors.first { $0.field == "agreement" }?.problem
        return """
            <div class="field\(if: problem != nil, " bad")">\
            \(problem.map { "<span class=\"error\">\(words.sentence($0, of: "agreement"))</span>" as HTML })\
            <label class="choice"><input type="checkbox" id="agreement" name="agreement" value="\(version)"> \
            \(words.communities.agree(["version": String(version)]))</label></div>
            """
    }

    /// The agreement as a section of its own.
    func agreementText(_ html: [UInt8], _ language: Language, version: Int, at: Timestamp) -> HTML {
        let date = words.day(at, in: zone, now: now)
        return """
            <section class="card"><h2>\(words.communities.agreement())</h2>\
            <p class="meta">\(words.communities.agreementVersion(["version": String(version), "date": date]))</p>\
            <div class="prose" dir="auto"\(lang(language))>\(HTML(trusted: html))</div></section>
            """
    }

    /// A note to those who decide, as a field.
    func noteField(_ label: String, _ hint: String, typed: String, _ errors: [FieldError]) -> HTML {
        var note = Field("note", "\(label) \(words.common.optional())", value: typed, errors: errors)
        (note.hint, note.isArea) = (hint, true)
        return field(note)
    }

    /// What the page before did, from `?done=` in the address.
    package func placeBanner() -> HTML {
        let done = words.communities.done
        let said: Phrase? =
            switch query["done"] {
            case "withdrawn": words.door.withdrawn
            case "removed": words.peoplePage.removed
            case "joined": done.joined
            case "asked": done.asked
            case "left": done.left
            case "agreed": done.agreed
            case "accepted": done.accepted
            case "declined": done.declined
            case "revoked": done.revoked
            case "changed": done.changed
            default: nil
            }
        return said.map { banner($0()) } ?? HTML()
    }
}

extension Words {
    /// A change of role in words, from its words in the tables: "Member → Moderator".
    func change(_ spelt: [String]) -> String {
        spelt.map { word in Role(rawValue: word).map { name(of: $0) } ?? word }.joined(separator: " → ")
    }

    func name(of role: Role) -> String {
        let roles = communities.roles
        return switch role {
        case .guest: roles.guest()
        case .member: roles.member()
        case .facilitator: roles.facilitator()
        case .moderator: roles.moderator()
        case .manager: roles.manager()
        }
    }

    func name(of standing: Standing) -> String {
        let standings = communities.standings
        return switch standing {
        case .pending: standings.pending()
        case .active: standings.active()
        case .lapsed: standings.lapsed()
        case .silenced: standings.silenced()
        case .suspended: standings.suspended()
        case .former: standings.former()
        }
    }
}
