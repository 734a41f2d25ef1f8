import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// What a newcomer is offered.
    static let placeChoices = StyleSample("place-choices", { $0.communities.title() }) { call, texts in
        PlaceChoicesView(call: call, choices: .sample(call, texts), typed: nil, errors: []).html
    }
}

extension PlaceChoices {
    /// A community that the reader is invited to, with its agreement; one that fits what they do, to ask; and one that they have asked.
    fileprivate static func sample(_ call: Call, _ texts: StyleSample.Texts) -> PlaceChoices {
        var fitting = PlaceChoice(
            way: .community,
            community: CommunityDetails(1, texts.group, call, texts),
            needsAgreement: false
        )
        (fitting.fits, fitting.isNear) = (true, true)
        let offered = [
            PlaceChoice(
                way: .invitation("", nil),
                community: CommunityDetails(0, texts.community, call, texts),
                needsAgreement: true
            ),
            fitting,
            PlaceChoice(
                way: .community,
                community: CommunityDetails(2, texts.titles[2], call, texts, hasAsked: true),
                needsAgreement: false
            ),
        ]
        return PlaceChoices(offered: offered, own: [], hasMore: false)
    }
}

extension CommunityDetails {
    fileprivate init(
        _ index: Int,
        _ name: String,
        _ call: Call,
        _ texts: StyleSample.Texts,
        hasAsked: Bool = false
    ) {
        line = CommunityLine(index, name, call, texts)
        version = 1
        let text = texts.posts[3]
        agreement = index == 0 ? AgreementText(body: text, html: Array("<p>\(text)</p>".utf8), at: call.now) : nil
        acceptedVersion = 0
        self.hasAsked = hasAsked
    }
}

extension CommunityLine {
    fileprivate init(_ index: Int, _ name: String, _ call: Call, _ texts: StyleSample.Texts) {
        id = CommunityID(rawValue: -1 - Int64(index))
        (slug, self.name) = (StyleSample.slug, name)
        (domain, region) = (texts.titles[index], "")
        (visibility, joining) = (.members, .request)
        language = call.words.language
        agreementVersion = index == 0 ? 1 : 0
        part = nil
    }
}
