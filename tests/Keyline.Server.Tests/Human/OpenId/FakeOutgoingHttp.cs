using Keyline.Identity.Federation.Outgoing;
using Keyline.OpenId;

namespace Keyline.Server.Tests.Human.OpenId;

/// <summary>Answers requests to providers in memory; what nobody answers is unreachable.</summary>
internal sealed class FakeOutgoingHttp : IOutgoingHttp
{
    public Func<OutgoingRequest, ProviderAnswer?> Answer { get; set; } = _ => null;

    public Task<Result<ProviderAnswer, OutgoingFault>> SendAsync(OutgoingRequest request, CancellationToken ct)
    {
        Result<ProviderAnswer, OutgoingFault> answer = Answer(request) is { } found
            ? found
            : new OutgoingFault(OutgoingFaultCode.Unreachable, "nobody answers");
        return Task.FromResult(answer);
    }
}
