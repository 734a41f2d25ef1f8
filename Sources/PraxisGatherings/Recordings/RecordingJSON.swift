import PraxisDomain
import PraxisWeb
import PraxisWords

/// What is said of the recording of a date, as the API says it; while nothing is, of version 0 and without `recorded`.
struct RecordingJSON: JSONObject {
    let recording: DateRecording?

    static let shape = JSONShape<RecordingJSON>(
        "Recording",
        [
            .nullable("recorded", .word(RecordingAccess.self)) { $0.recording?.access },
            .field("link", .string()) { $0.recording?.link ?? "" },
            .field("transcript", .string()) { $0.recording?.transcript ?? "" },
            .field("about", .string()) { $0.recording?.text ?? "" },
            .field("version", .integer()) { $0.recording?.version ?? 0 },
        ]
    )
}
