package import PraxisCommunity

/// Ours, not the type of that name in Hummingbird.
package typealias Environment = PraxisCommunity.Environment
