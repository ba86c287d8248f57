namespace Keyline.OpenId.Clients;

/// <summary>What identifies a person at a provider for ever.</summary>
public enum SubjectSource
{
    /// <summary>The claim <c>sub</c>.</summary>
    Sub,

    /// <summary>The claims <c>tid</c> and <c>oid</c>: in Entra ID <c>sub</c> differs from client to client.</summary>
    EntraObject,
}
