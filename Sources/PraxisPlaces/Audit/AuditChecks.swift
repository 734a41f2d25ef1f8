import PraxisCapability
import PraxisStore

extension [VerifyCheck] {
    static let audit: Self = [
        VerifyCheck { db in try AuditChain.firstFault(db).map { [.init("audit log", sentence($0))] } ?? [] }
    ]

    private static func sentence(_ fault: AuditChain.Fault) -> String {
        switch fault {
        case .number(let expected, let found): "line \(expected) is missing; line \(found) follows"
        case .line(let number): "line \(number) does not match its hash and the line before"
        case .length(let expected, let found): "its head knows of \(expected) lines, and it ends with line \(found)"
        case .head: "its last line is not the one that its head knows"
        }
    }
}
