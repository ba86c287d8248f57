namespace Keyline.OpenId.Entra;

/// <summary>A group of a person, as Graph knows it.</summary>
/// <param name="Id">Its object id, which is also what Entra ID writes into tokens.</param>
/// <param name="Name">Its name, when Graph tells it.</param>
public sealed record GraphGroup(string Id, string? Name);
