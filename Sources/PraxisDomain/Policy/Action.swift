/// Everything the policy decides on.
///
/// Each is a row in `permissions.txt`.
package enum Action: String, CaseIterable, Sendable {
    case seeCommunity, readCommunity, seeMembers
    case joinCommunity, leaveCommunity
    case seeGroup, readGroup, joinGroup, leaveGroup
    case startThread, startNotice, reply, markAnswered
    case edit, withdraw, redact, retitle
    case close, pin
    case decideRequest, invite, setGroupRole
    case addGroup, changeGroup, changeCommunity, setCommunityRole
    case addCommunity, decideAccount
    case lookAfterMail
    case silence, suspend, reinstate
    case readAudit, readSiteAudit
    case report, triage
}

/// A compile-time name for an action, so that a `Permit<Reply>` cannot be used for anything but replying.
package protocol Act: Sendable { static var action: Action { get } }

package enum StartThread: Act { package static let action = Action.startThread }
package enum StartNotice: Act { package static let action = Action.startNotice }
package enum Reply: Act { package static let action = Action.reply }
package enum MarkAnswered: Act { package static let action = Action.markAnswered }
package enum Edit: Act { package static let action = Action.edit }
package enum Withdraw: Act { package static let action = Action.withdraw }
package enum Redact: Act { package static let action = Action.redact }
package enum Retitle: Act { package static let action = Action.retitle }
package enum CloseThread: Act { package static let action = Action.close }
package enum Pin: Act { package static let action = Action.pin }
package enum ReadGroup: Act { package static let action = Action.readGroup }
package enum JoinCommunity: Act { package static let action = Action.joinCommunity }
package enum LeaveCommunity: Act { package static let action = Action.leaveCommunity }
package enum JoinGroup: Act { package static let action = Action.joinGroup }
package enum LeaveGroup: Act { package static let action = Action.leaveGroup }
package enum DecideRequest: Act { package static let action = Action.decideRequest }
package enum Invite: Act { package static let action = Action.invite }
package enum SetGroupRole: Act { package static let action = Action.setGroupRole }
package enum SetCommunityRole: Act { package static let action = Action.setCommunityRole }
package enum AddGroup: Act { package static let action = Action.addGroup }
package enum ChangeGroup: Act { package static let action = Action.changeGroup }
package enum ChangeCommunity: Act { package static let action = Action.changeCommunity }
package enum AddCommunity: Act { package static let action = Action.addCommunity }
package enum DecideAccount: Act { package static let action = Action.decideAccount }
package enum LookAfterMail: Act { package static let action = Action.lookAfterMail }
package enum Silence: Act { package static let action = Action.silence }
package enum Suspend: Act { package static let action = Action.suspend }
package enum Reinstate: Act { package static let action = Action.reinstate }
package enum Report: Act { package static let action = Action.report }
package enum Triage: Act { package static let action = Action.triage }
