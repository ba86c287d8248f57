using System.Text;
using Keyline.Identity.Access;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.BreakGlass.Evidence;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Journal;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.BreakGlass;

/// <summary>The guided drill: start, sign in elsewhere, see the evidence.</summary>
internal static class DrillEndpoints
{
    public static void MapDrills(this IEndpointRouteBuilder routes, string account, AccessRule rule)
    {
        routes.MapGet(account + "/drill", PrepareAsync).WithMetadata(rule);
        routes.MapPost(account + "/drill", StartAsync).WithMetadata(rule);
        routes.MapGet(account + "/drills/{drill:guid}", FollowAsync).WithMetadata(rule);
        routes.MapGet(account + "/drills/{drill:guid}/evidence.txt", DownloadAsync).WithMetadata(rule);
    }

    private static async Task<IResult> PrepareAsync(
        HttpContext context, Guid account, BreakGlassStatusReader statuses, IBreakGlassStore store, PublicOrigin origin, TimeProvider time,
        CancellationToken ct)
    {
        if (await BreakGlassEndpoints.FindAsync(context, statuses, account, ct) is not { } status)
        {
            return Answers.NotFound(context);
        }

        return await store.FindOpenDrillAsync(context.Tenant().Id, status.Person.Id, time.GetUtcNow(), ct) is { } open
            ? TypedResults.LocalRedirect(BreakGlassEndpoints.PathOf(context, account, $"/drills/{open.Id}"))
            : Page.Of<DrillPage>(context.Surroundings(), new DrillModel { Status = status, SignInAddress = SignInAddress(context, origin) });
    }

    private static async Task<IResult> StartAsync(HttpContext context, Guid account, StartDrill start, CancellationToken ct)
    {
        var drill = await start.RunAsync(
            context.Tenant().Id, new PersonId(account), context.SignedIn().Party, context.Client().Address, ct);
        return drill.Ok
            ? TypedResults.LocalRedirect(BreakGlassEndpoints.PathOf(context, account, $"/drills/{drill.Value.Id}"))
            : Answers.NotFound(context);
    }

    private static async Task<IResult> FollowAsync(
        HttpContext context, Guid account, Guid drill, BreakGlassStatusReader statuses, IBreakGlassStore store, IEvidenceSigner signer,
        PublicOrigin origin, TimeProvider time, CancellationToken ct)
    {
        if (await FindAsync(context, account, drill, statuses, store, ct) is not var (status, found))
        {
            return Answers.NotFound(context);
        }

        return Page.Of<DrillPage>(context.Surroundings(), new DrillModel
        {
            Status = status,
            Drill = found,
            IsOpen = found.IsOpen(time.GetUtcNow()),
            SignInAddress = SignInAddress(context, origin),
            IsGenuine = found is { Evidence: { } text, KeyId: { } key, Signature: { } signature }
                && await signer.VerifyAsync(text, new EvidenceSignature(key, signature), ct),
        });
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext context, Guid account, Guid drill, BreakGlassStatusReader statuses, IBreakGlassStore store, IEvidenceKeyStore keys,
        CancellationToken ct)
    {
        if (await FindAsync(context, account, drill, statuses, store, ct) is not (_, { Evidence: { } text, Signature: { } signature } found))
        {
            return Answers.NotFound(context);
        }

        var key = (await keys.ListAsync(ct)).FirstOrDefault(candidate => candidate.Id == found.KeyId);
        return TypedResults.File(
            Encoding.UTF8.GetBytes(EvidenceFile.Write(text, signature, key)), "text/plain; charset=utf-8",
            $"drill-{context.Tenant().Slug}-{found.StartedAt:yyyy-MM-dd}-{found.Id.Value:N}.txt");
    }

    private static async Task<(BreakGlassStatus Status, Drill Drill)?> FindAsync(
        HttpContext context, Guid account, Guid drill, BreakGlassStatusReader statuses, IBreakGlassStore store, CancellationToken ct) =>
        await BreakGlassEndpoints.FindAsync(context, statuses, account, ct) is { } status
        && (await BreakGlassEndpoints.DrillsAsync(store, status.Person, ct)).FirstOrDefault(one => one.Id == new DrillId(drill)) is { } found
            ? (status, found)
            : null;

    private static string SignInAddress(HttpContext context, PublicOrigin origin) =>
        origin.Value + new TenantPaths(context.Tenant().Slug.Value).Local;
}
