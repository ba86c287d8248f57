using Keyline.Portal.Design;

namespace Keyline.Portal.Domains;

/// <summary>One domain: its proof, and where its people sign in.</summary>
public sealed record DomainModel(DomainRow Row, IReadOnlyList<Choice> Connections, bool MayManage);
