using Microsoft.AspNetCore.Components;

namespace DetainerLedger.Pages.Layout;

/// <summary>A component that links to other pages or cites this one.</summary>
public abstract class PagePart : ComponentBase
{
    [CascadingParameter]
    public PageContext Context { get; set; } = null!;

    protected Links Links => Context.Links;
}

/// <summary>A page: a component that renders a whole document from its model.</summary>
public abstract class PageOf<TModel> : PagePart where TModel : class
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = null!;
}
