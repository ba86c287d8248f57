using Keyline.Portal.Design;

namespace Keyline.Portal.Overview;

/// <summary>Something that an administrator should look at.</summary>
/// <param name="Tone">How bad it is.</param>
/// <param name="Title">What it is.</param>
/// <param name="Detail">Why it matters, or what to do.</param>
/// <param name="Href">Where to do it.</param>
public sealed record AttentionItem(Tone Tone, string Title, string Detail, string Href);
