using Keyline.Identity.BreakGlass;

namespace Keyline.Portal.BreakGlass;

/// <summary>A tenant's break-glass accounts.</summary>
/// <param name="Accounts">How each of them stands.</param>
/// <param name="AlertsGoNowhere">Whether nobody is told by mail when one of them is used.</param>
public sealed record BreakGlassModel(IReadOnlyList<BreakGlassStatus> Accounts, bool AlertsGoNowhere);
