using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>Writes the errors of a request in another way than as <c>application/problem+json</c>. Set as a feature of the request.</summary>
public interface IProblemWriter
{
    Task Write(Problem problem, HttpContext http);
}
