using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Tests.Samples;

/// <summary>A page of the portal with a model that is worth looking at.</summary>
internal sealed record Sample(string Name, Func<HttpContext, IResult> Answer)
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        .. SignInSamples.All, .. ConsoleSamples.All, .. DirectorySamples.All, .. RecordSamples.All, .. AccountSamples.All, .. BreakGlassSamples.All,
    ];

    public static Sample Find(string name) => All.Single(sample => sample.Name == name);
}
