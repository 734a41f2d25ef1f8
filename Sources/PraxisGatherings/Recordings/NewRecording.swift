package import PraxisDomain

/// How people who cannot hear the recording of a date get what was said.
package enum RecordingAccess: String, CaseIterable, Codable, Sendable {
    /// The recording has captions; a transcript may be there besides.
    case captions
    case transcript
    /// There is neither, which is explained.
    case without
    /// The date was not recorded, which is explained.
    case unrecorded

    var hasLink: Bool { self != .unrecorded }
    var takesTranscript: Bool { self == .captions || self == .transcript }
}

extension Limits {
    /// Unicode scalars: a transcript, or a reason.
    static let recordingTextScalars = 0...20_000
}

/// What is said of the recording of a date, checked.
package struct NewRecording: Equatable, Sendable {
    package let access: RecordingAccess
    /// Empty if it was not recorded.
    package let link: String
    /// Of the transcript; empty for none.
    package let transcript: String
    /// The transcript itself, or why it is missing, or why it was not recorded; empty for nothing.
    package let text: String

    /// - Throws: `Denial.input` with all that is wrong.
    package init(recorded: String, link: String, transcript: String, text: String) throws(Denial) {
        var errors: [FieldError] = []
        let access = errors.collect(nil as RecordingAccess?) { () throws(Denial) in try Self.access(recorded) }
        let typed = errors.collect("") { () throws(Denial) in
            try TypedText.checked(text, "about", Limits.recordingTextScalars)
        }
        let (recording, other) = (TypedText.normalised(link), TypedText.normalised(transcript))
        let address = errors.collect("") { () throws(Denial) in
            if access?.hasLink == false, !recording.isEmpty {
                throw .input([FieldError("link", .recordingContradicts)])
            }
            if access?.hasLink == true, recording.isEmpty { throw .input([FieldError("link", .missing)]) }
            return try JoinLink.secure(recording, "link")
        }
        let second = errors.collect("") { () throws(Denial) in
            if access?.takesTranscript == false, !other.isEmpty {
                throw .input([FieldError("transcript", .recordingContradicts)])
            }
            return try JoinLink.secure(other, "transcript")
        }
        let isExplained = access == .captions || access == .transcript && !other.isEmpty
        if access != nil, !isExplained, typed.isEmpty, !errors.contains(where: { $0.field == "about" }) {
            errors.append(FieldError("about", .missing))
        }
        guard let access, errors.isEmpty else { throw .input(errors) }
        (self.access, self.link) = (access, address)
        (self.transcript, self.text) = (second, typed)
    }

    private static func access(_ typed: String) throws(Denial) -> RecordingAccess {
        if typed.isEmpty { throw .input([FieldError("recorded", .missing)]) }
        guard let access = RecordingAccess(rawValue: typed) else {
            throw .input([FieldError("recorded", .notAChoice(RecordingAccess.allCases.map(\.rawValue)))])
        }
        return access
    }
}
