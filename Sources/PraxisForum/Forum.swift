package import PraxisWeb

/// Every route of the site, slice by slice: the one list.
package enum Forum {
    package static let routes: [Route] = Assets.routes
}
