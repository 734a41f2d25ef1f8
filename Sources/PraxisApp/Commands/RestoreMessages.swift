import PraxisCapability
import PraxisForum
import PraxisStore
import PraxisVerify

// Messages about a file to be restored: nothing about the database's structure, which would mean nothing to the administrator.
extension Messages {
    static func restored(_ path: String) -> String { "Everything is now as it was in \(path)." }

    static func restoredDamaged(_ path: String, _ findings: Int) -> String {
        "Everything is now as it was in \(path), damaged as it is: \(things(findings)) in it \(findings == 1 ? "is" : "are") wrong."
    }

    /// Why a file is never accepted.
    static func notRestored(_ path: String, _ bad: BadBackup) -> String {
        "\(path) is not restored, and nothing has changed: \(reason(bad))."
    }

    /// That a file is damaged, and how to restore it all the same.
    static func notRestored(_ path: String, _ first: VerifyFinding, of findings: Int) -> String {
        """
        \(path) is not restored, and nothing has changed: \(things(findings)) in it \(findings == 1 ? "is" : "are") wrong, first \(plainly(first)). \
        Restore another backup, or take this one as it is with --even-if-damaged.
        """
    }

    private static func things(_ count: Int) -> String { count == 1 ? "1 thing" : "\(count) things" }

    private static func reason(_ bad: BadBackup) -> String {
        switch bad {
        case .notReadable: "it cannot be opened"
        case .notPraxis: "it is not a backup that Praxis made"
        case .early:
            "a version of Praxis from before the first release made it, whose data this version cannot read. If that version has praxis export, export there and import here"
        case .newer: "a newer version of Praxis made it. Install that version first"
        case .beyondReading: "it is damaged where it says what it holds, so that nothing in it can be read"
        case .schema(.foreignTrigger): "it holds a trigger" + foreign
        case .schema(.foreignView): "it holds a view" + foreign
        case .schema(.foreignTable): "it holds a table" + foreign
        case .schema(.missing): "something that Praxis keeps its data in is missing from it"
        case .schema(.changed):
            "what it keeps its data in is made otherwise than in the version of Praxis that it says it is of"
        }
    }

    private static let foreign = " that is not part of Praxis in the version that the file says it is of"

    /// What is wrong, without names of tables.
    static func plainly(_ finding: VerifyFinding) -> String {
        switch finding.subject {
        case .file: "the database file is damaged"
        case .row(let fault): "\(thing(fault)) is not as it was written"
        case .object: finding.sentence
        }
    }

    private static func thing(_ fault: RowFault) -> String {
        switch fault.table {
        case "member": "the account of member \(fault.row)"
        case "membership", "groupMembership": "a membership"
        case "thread": "discussion \(fault.row)"
        case "draft": "a draft"
        case "report": "report \(fault.row)"
        case "journal": "line \(fault.row) of the journal"
        default: "a record"
        }
    }
}
