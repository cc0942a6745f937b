namespace FunctionsHost.Http;

/// <summary><c>/</c>, unless a function has that route.</summary>
internal static class Homepage
{
    private const string Page =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Functions</title>
        <p>An app of functions runs here. Its functions are at their own routes.</p>
        </html>
        """;

    public static async Task Answer(HttpContext context, bool isDisabled)
    {
        if (context.Request.Path.Value is not ("/" or ""))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (isDisabled)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync(Page, context.RequestAborted);
    }
}
