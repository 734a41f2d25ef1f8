package import PraxisWords

/// The texts of the pages about accounts: `people` in the files.
package final class PeopleWords: WordSection {
    package static let name = "people"

    package let email: Phrase
    package let name: Phrase
    package let nameHint: Phrase
    package let password: Phrase
    package let newPassword: Phrase
    package let passwordHint: Phrase
    package let endsOthers: Phrase
    package let goOn: Phrase
    package let sending: Phrase
    package let signIn: SignInWords
    package let code: CodeWords
    package let signUp: SignUpWords
    package let reset: ResetWords
    package let settings: SettingsWords
    package let work: WorkWords
    package let appearance: AppearanceWords
    package let accounts: AccountsWords
    package let mail: AccountMailWords
    package let acts: [String: Phrase]
    package let missing: [String: Phrase]
    package let problems: [String: Phrase]
    package let denials: [String: Phrase]

    package var labels: [String: Phrase] {
        [
            "language": settings.language, "timeZone": settings.timeZone, "email": email, "password": password,
            "current": settings.currentPassword, "code": code.label, "occupation": work.occupation,
            "organisation": work.organisation, "region": work.region,
        ]
    }
}

extension Words {
    package var people: PeopleWords { self[PeopleWords.self] }
}

/// The sign-in page, and why someone cannot sign in.
package final class SignInWords: Decodable, Sendable {
    package let sendCode: Phrase
    package let signingIn: Phrase
    package let forgotten: Phrase
    package let noAccount: Phrase
    package let waitingTitle: Phrase
    package let waitingText: Phrase
    package let waitingNext: Phrase
    package let barredTitle: Phrase
    package let barredText: Phrase
    package let keeping: Phrase
    package let sendNowTitle: Phrase
    package let sendNowText: Phrase
    package let doNotSend: Phrase
    package let saveInstead: Phrase
}

/// The page where a mailed code is typed.
package final class CodeWords: Decodable, Sendable {
    package let heading: Phrase
    package let label: Phrase
    package let sent: Phrase
    package let sentIfKnown: Phrase
    package let lasts: Plural
    package let checking: Phrase
    package let another: Phrase
    package let change: Phrase
}

/// The steps of signing up.
package final class SignUpWords: Decodable, Sendable {
    package let step: Phrase
    package let emailHeading: Phrase
    package let emailHint: Phrase
    package let domains: Phrase
    package let approval: Phrase
    package let haveAccount: Phrase
    package let nameHeading: Phrase
    package let choosePassword: Phrase
    package let passwordText: Phrase
    package let finish: Phrase
}

/// What members say of their work and of where they are.
package final class WorkWords: Decodable, Sendable {
    package let occupation: Phrase
    package let organisation: Phrase
    package let hint: Phrase
    package let both: Phrase
    package let region: Phrase
    package let regionHint: Phrase
    package let readers: Phrase
    package let emailReaders: Phrase
}

/// The steps of choosing a new password.
package final class ResetWords: Decodable, Sendable {
    package let heading: Phrase
    package let text: Phrase
    package let passwordHeading: Phrase
}

/// The settings page.
package final class SettingsWords: Decodable, Sendable {
    package let you: Phrase
    package let language: Phrase
    package let english: Phrase
    package let french: Phrase
    package let timeZone: Phrase
    package let currentPassword: Phrase
    package let noPassword: Phrase
    package let setPassword: Phrase
    package let changePassword: Phrase
    package let sessions: Phrase
    package let device: Phrase
    package let unknownDevice: Phrase
    package let thisDevice: Phrase
    package let program: Phrase
    package let lastUsed: Phrase
    package let action: Phrase
    package let endOthers: Phrase
    package let donePassword: Phrase
    package let doneSession: Phrase
    package let doneSessions: Phrase
}

/// How pages look.
package final class AppearanceWords: Decodable, Sendable {
    package let title: Phrase
    package let theme: Phrase
    package let device: Phrase
    package let light: Phrase
    package let dark: Phrase
    package let textSize: Phrase
    package let normal: Phrase
    package let large: Phrase
    package let larger: Phrase
}

/// The accounts waiting for a site administrator.
package final class AccountsWords: Decodable, Sendable {
    package let heading: Phrase
    package let none: Phrase
    package let approve: Phrase
    package let decline: Phrase
    package let doneApproved: Phrase
    package let doneDeclined: Phrase
}

/// The mails about an account.
package final class AccountMailWords: Decodable, Sendable {
    package let codeSubject: Phrase
    package let signIn: Phrase
    package let signUp: Phrase
    package let known: Phrase
    package let reset: Phrase
    package let lasts: Plural
    package let ignore: Phrase
    package let passwordSubject: Phrase
    package let passwordText: Phrase
    package let passwordNotYou: Phrase
    package let approvedSubject: Phrase
    package let approvedText: Phrase
    package let approvedLink: Phrase
    package let approvedNext: Phrase
    package let approvedInvited: Phrase
}
