/// Which threads a list shows.
package enum ThreadFilter: String, CaseIterable, Codable, Sendable { case all, unanswered, new, mine }
