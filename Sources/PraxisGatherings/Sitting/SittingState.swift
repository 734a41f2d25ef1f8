package import PraxisDomain

extension Noun { package enum Sitting {} }

extension Noun.Sitting: Identified { package static let kind: SubjectKind = "sitting" }

/// What a host changes about dates without a long pause: those who come are told of it in one mail.
package typealias SittingID = ID<Noun.Sitting>

/// How far a sitting is, as it is stored.
enum SittingState: String, CaseIterable, Sendable {
    /// More may be changed in it.
    case open
    /// Those who come are being told; what is changed now is of the next one.
    case leaving
    case told
}
