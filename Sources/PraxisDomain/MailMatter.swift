/// What a queued mail is about: a subject, and numbers (a range, a moment) that the template of its kind understands; never text.
package struct MailMatter: Hashable, Sendable {
    package let subject: Subject?
    package let numbers: [Int64]

    package init(_ subject: Subject? = nil, numbers: [Int64] = []) { (self.subject, self.numbers) = (subject, numbers) }
}
