package import HTML
package import PraxisWeb

/// What a capability knows of a form that was kept while its sender signed in.
package struct KeptFormPart: Sendable {
    package struct Content: Sendable {
        /// Where the form goes, and who will read what it sends.
        package let place: HTML
        /// What can be done with it instead of sending it: buttons that stand in the form.
        package let instead: HTML

        package init(place: HTML, instead: HTML) { (self.place, self.instead) = (place, instead) }
    }

    /// Nil for a form that is not the capability's.
    package let describe: @Sendable (Call, KeptForm) async throws -> Content?

    package init(describe: @escaping @Sendable (Call, KeptForm) async throws -> Content?) { self.describe = describe }
}
