package import PraxisDomain
package import PraxisWords

/// An act of the audit log, and how its lines are told.
package struct AuditKind: Sendable {
    /// What the details of a line say in words.
    package enum Telling: Sendable {
        /// Beside the name of the act.
        case beside(String)
        /// In its place, for it says what was done.
        case instead(String)
    }

    package typealias Tell = @Sendable (_ details: [String], Words) -> Telling?

    package let act: AuditAct
    /// Nil from it, and for acts without it, if the name of the act says all.
    package let tell: Tell?

    package init(_ act: AuditAct, tell: Tell? = nil) { (self.act, self.tell) = (act, tell) }
}
