namespace Keyline.Identity.Directory;

/// <summary>What a directory says of itself.</summary>
/// <param name="NamingContexts">The names under which it holds entries: candidates for the base.</param>
/// <param name="ActiveDirectory">Whether it is Active Directory: <c>objectGUID</c> and <see cref="GroupLookup.InChain"/> work.</param>
/// <param name="Paging">Whether it can answer page by page.</param>
public sealed record DirectoryFacts(IReadOnlyList<string> NamingContexts, bool ActiveDirectory, bool Paging);
