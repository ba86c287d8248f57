namespace Keyline.Server.Outside.Directory;

/// <summary>One message from the server.</summary>
/// <param name="Id">The number of the request that it answers; 0 for news that nobody asked for.</param>
/// <param name="Operation">Its kind, as in <see cref="LdapWire"/>.</param>
/// <param name="Result">How the operation ended, when this ends it.</param>
/// <param name="Entry">What was found, when this is an entry.</param>
/// <param name="Cookie">Where the next page begins; empty after the last.</param>
internal sealed record LdapMessage(int Id, int Operation, LdapResult? Result, LdapEntry? Entry, byte[] Cookie);
