package import PraxisDomain
package import PraxisWeb

extension Paths {
    package static let react = Address<PostID>("/p/{post}/react")
    package static let unreact = Address<PostID>("/p/{post}/unreact")
}

extension APIPaths {
    static let reaction = Address<PostID, String>("/posts/{post}/reactions/{kind}")
}
