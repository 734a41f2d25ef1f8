import Foundation
import PraxisDomain
import PraxisTesting
import Testing

@Suite("The subject of every mail")
struct MailSubjectTests {
    private static let folder = URL(filePath: #filePath).appending(path: "../../Golden/mail").standardizedFileURL
    /// What a phone shows of a subject.
    private static let shown = 35

    /// What each golden mail has to say first, in English and in French; what is quoted there, a title or a place, may follow.
    private static let says: [String: [Language: String]] = [
        "account-approved": [.english: "Your account is approved", .french: "Votre compte est approuvé"],
        "account-code": [.english: " is your code", .french: " est votre code"],
        "account-password": [.english: "Your password was changed", .french: "Votre mot de passe a été changé"],
        "confirmation": [.english: "You are coming: ", .french: "Vous venez : "],
        "confirmation-something": [
            .english: "You are coming to a gathering", .french: "Vous venez à une rencontre",
        ],
        "confirmation-waiting": [.english: "On the waiting list: ", .french: "Sur la liste d’attente : "],
        "confirmation-waiting-something": [
            .english: "You are on a waiting list", .french: "Vous êtes sur une liste d’attente",
        ],
        "date-changes": [.english: "New time: ", .french: "Nouvelle heure : "],
        "date-changes-cancelled": [.english: "Cancelled: ", .french: "Annulée : "],
        "date-changes-many": [.english: "4 gatherings have changed", .french: "4 rencontres ont changé"],
        "date-changes-something": [.english: "A gathering has changed", .french: "Une rencontre a changé"],
        "host-message": [.english: "Message from ", .french: " vous écrit : "],
        "host-message-something": [
            .english: "A message about a gathering", .french: "Un message au sujet d’une rencontre",
        ],
        "host-message-titles": [.english: "Message: ", .french: "Message : "],
        "digest-full": [.english: "Sam Ellis mentioned you", .french: "Sam Ellis vous mentionne"],
        "digest-gatherings": [.english: "Gathering: ", .french: "Rencontre : "],
        "digest-many": [.english: "Matter number 22 of many", .french: "Matter number 22 of many"],
        "digest-reactions": [.english: "What Sam asked", .french: "What Sam asked"],
        "digest-reactions-alone": [
            .english: "Your posts helped 4 people", .french: "Vos messages ont aidé 4 personnes",
        ],
        "series-confirmation": [.english: "You are coming: ", .french: "Vous venez : "],
        "series-confirmation-something": [
            .english: "You are coming to a gathering", .french: "Vous venez à une rencontre",
        ],
        "digest-reminders": [.english: "Reminder: ", .french: "Rappel : "],
        "digest-something": [
            .english: "Something new in one of your groups", .french: "Du nouveau dans un de vos groupes",
        ],
        "digest-titles": [.english: "For you: ", .french: "Pour vous : "],
        "duty": [.english: "need", .french: "votre décision"],
        "join-request": [.english: "to join", .french: "à rejoindre"],
        "post-decision": [.english: "A moderator removed your post", .french: "Votre message a été retiré"],
        "post-decision-published": [.english: "A moderator approved your post", .french: "Votre message est approuvé"],
        "post-decision-returned": [
            .english: "A moderator returned your post", .french: "Votre message vous a été renvoyé",
        ],
        "post-decision-undone": [
            .english: "Your post is being looked at again", .french: "Votre message est réexaminé",
        ],
        "reminder": [.english: "Reminder: ", .french: "Rappel : "],
        "reminder-something": [.english: "Reminder of a gathering", .french: "Rappel d’une rencontre"],
        "reminder-soon": [.english: "Starting soon: ", .french: "Bientôt : "],
        "report-outcome": [.english: "Your report: we removed the post", .french: "Signalement : message retiré"],
        "report-outcome-kept": [
            .english: "Your report: we have kept the post", .french: "Signalement : message conservé",
        ],
        "report-outcome-undone": [
            .english: "We are looking at your report again", .french: "Votre signalement est réexaminé",
        ],
        "report-outcome-worried": [
            .english: "The person you were worried about", .french: "La personne qui vous inquiétait",
        ],
        "request-accepted": [.english: "You are now a member of", .french: "Vous avez rejoint"],
        "request-declined": [.english: "Your request was declined", .french: "Demande refusée"],
        "request-undone": [.english: "Your request is waiting again", .french: "Demande de nouveau en attente"],
        "seat": [.english: "You have a place: ", .french: "Vous avez une place : "],
        "seat-something": [
            .english: "You have a place at a gathering", .french: "Vous avez une place à une rencontre",
        ],
        "standing": [.english: "You can read but not post in", .french: "Vous pouvez lire, mais pas publier,"],
        "standing-lifted": [.english: "You can take part again", .french: "Vous participez de nouveau"],
        "standing-suspended": [.english: "You are suspended from", .french: "Votre accès est suspendu"],
        "test": [.english: "Test email", .french: "Essai"],
        "worried": [.english: "Someone is worried about a member", .french: "Quelqu’un s’inquiète pour un membre"],
    ]

    /// Of the longest name in the table that the file's name begins with.
    private static func expected(_ name: String, _ language: Language) -> String? {
        says.filter { name.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }?.value[language]
    }

    @Test(
        "says within 35 characters what has happened or what is in it",
        arguments: GoldenMails.names,
        Language.allCases
    )
    func opening(name: String, language: Language) throws {
        let file = Self.folder.appending(path: "\(name).\(language.rawValue).html")
        // The title of the document is the subject.
        let html = try String(contentsOf: file, encoding: .utf8)
        let subject = try #require(html.firstMatch(of: /<title>(.*)<\/title>/)).1.replacing("&#39;", with: "'")
        let seen = String(subject.prefix(Self.shown)).replacing("\u{a0}", with: " ")
        let said = try #require(Self.expected(name, language), "\(name) is not in the table")
        #expect(seen.contains(said), "“\(seen)” does not say “\(said)”")
    }
}
