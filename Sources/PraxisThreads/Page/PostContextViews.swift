package import HTML
package import PraxisDomain
import PraxisWeb
package import PraxisWords

extension PostContext {
    /// The line above the post that answers it, which leads there; `isHere` if that is on the same page.
    package func html(_ words: Words, in language: Language, isHere: Bool) -> HTML {
        let path = isHere ? "#p\(address.id)" : Paths.post(address.id)
        let quoted: HTML =
            excerpt.isEmpty ? HTML() : " <q dir=\"auto\"\(words.lang(language))>\(excerpt)</q>"
        return """
            <p class="context"><a href="\(path)">\(words.threads.read.inReplyTo()) <bdi>\(author)</bdi>\(quoted)</a></p>
            """
    }
}
