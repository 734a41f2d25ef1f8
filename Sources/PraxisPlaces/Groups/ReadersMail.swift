package import PraxisCapability
package import PraxisWords

extension PlaceInMail {
    /// Who can read what is written there, as the strip on the group's page says it; nil if the place may not be named.
    package func readers(_ words: Words) -> MailReaders? {
        readers.map { readers in
            let said = words.groups
            return switch readers {
            case .everyone: MailReaders(said.readersPublic(), isEveryone: true)
            case .community: MailReaders(said.readersOpen(["community": communityName]), isEveryone: false)
            case .joined: MailReaders(said.readersJoined(), isEveryone: false)
            }
        }
    }
}
