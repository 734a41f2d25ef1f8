import PraxisCapability
package import PraxisCommunity

/// Ours, not Hummingbird's type of that name.
package typealias Environment = PraxisCommunity.Environment
