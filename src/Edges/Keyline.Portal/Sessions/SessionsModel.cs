using Keyline.Portal.Design;

namespace Keyline.Portal.Sessions;

/// <summary>A page of the tenant's live sessions.</summary>
public sealed record SessionsModel(string Query, IReadOnlyList<SessionRow> Rows, Paging Paging, bool MayEnd);
