package import PraxisDomain

/// Keeps a post for oneself.
///
/// Nobody else learns of it, so everyone who is signed in and reads the post may, also while silenced.
package enum KeepBookmark: Act, PlainAct {
    package static let name = "bookmark", allowed: Capacities = [.reader], scope = ActScope.thread
    package static let writes = false

    package static func condition(_ facts: Facts) -> Denial? { facts.viewer.member == nil ? .signedOut : nil }
}
