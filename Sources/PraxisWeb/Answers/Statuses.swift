package import HTTPTypes
package import PraxisDomain

extension Denial {
    /// The HTTP status of a refusal; defined only here.
    package var status: HTTPResponse.Status {
        switch self {
        case .missing: .notFound
        case .signedOut: .unauthorized
        case .notAllowed, .silenced, .lapsed, .agreement, .tooLate, .forged: .forbidden
        case .stale: .conflict
        case .tooMany: .tooManyRequests
        case .input, .keyReused: .unprocessableContent
        case .tooLarge: .contentTooLarge
        case .unreadable: .badRequest
        case .unsupportedMediaType: .unsupportedMediaType
        case .methodNotAllowed: .methodNotAllowed
        case .own(let own):
            switch own.denial.status {
            case .forbidden: .forbidden
            case .conflict: .conflict
            case .unprocessable: .unprocessableContent
            }
        }
    }

    /// A short stable name, the last part of a problem's `type`.
    package var name: String {
        switch self {
        case .missing: "missing"
        case .signedOut: "signed-out"
        case .notAllowed: "not-allowed"
        case .silenced: "silenced"
        case .lapsed: "lapsed"
        case .agreement: "agreement"
        case .tooLate: "too-late"
        case .stale: "stale"
        case .tooMany: "too-many"
        case .input: "input"
        case .forged: "forged"
        case .keyReused: "key-reused"
        case .tooLarge: "too-large"
        case .unreadable: "unreadable"
        case .unsupportedMediaType: "unsupported-media-type"
        case .methodNotAllowed: "method-not-allowed"
        case .own(let own): own.denial.name
        }
    }
}
