/// What a member says about coming to a date.
package enum GatheringAnswer: String, CaseIterable, Codable, Sendable { case yes, maybe, no }
