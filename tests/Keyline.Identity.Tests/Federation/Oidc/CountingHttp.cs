using Keyline.Identity.Federation.Outgoing;
using Keyline.OpenId;

namespace Keyline.Identity.Tests.Federation.Oidc;

/// <summary>Answers outgoing requests as a test says, and remembers what was asked; what nobody answers is unreachable.</summary>
internal sealed class CountingHttp : IOutgoingHttp
{
    public Func<OutgoingRequest, ProviderAnswer?> Answer { get; set; } = _ => null;

    public IList<Uri> Asked { get; } = [];

    public Task<Result<ProviderAnswer, OutgoingFault>> SendAsync(OutgoingRequest request, CancellationToken ct)
    {
        Asked.Add(request.Address);
        Result<ProviderAnswer, OutgoingFault> answer = Answer(request) is { } found
            ? found
            : new OutgoingFault(OutgoingFaultCode.Unreachable, "nobody answers");
        return Task.FromResult(answer);
    }
}
