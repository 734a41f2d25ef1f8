package enum GatheringState: String, CaseIterable, Codable, Sendable { case planned, cancelled }
