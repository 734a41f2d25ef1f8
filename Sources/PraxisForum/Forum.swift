package import PraxisWeb

/// Every route of the site, slice by slice: the one list.
package enum Forum {
    private static let slices: [Route] = Assets.routes

    package static let routes: [Route] = slices + [OpenAPI.route(describing: slices)]
}
