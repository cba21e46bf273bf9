"""What is measured of a page on the screen: each script gives the faults it finds, or a place in CSS pixels."""

from __future__ import annotations

VISIBLE = """const seen = element => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    return box.width > 1 && box.height > 1 && style.visibility !== 'hidden' && style.clipPath === 'none';
};"""
HEADLINE = "() => Math.round(document.querySelector('.headline').getBoundingClientRect().top)"
PICTURE = f"""() => {{
    {VISIBLE}
    const drawn = '.drawn > *, .rows-frame, [role=table], .map-one, .map-pair, iframe';
    const inside = [...document.querySelectorAll('*')].map(element => element.shadowRoot).filter(Boolean);
    const found = [document, ...inside].flatMap(root => [...root.querySelectorAll(drawn)]).filter(seen);
    return found.length ? Math.min(...found.map(each => Math.round(each.getBoundingClientRect().top))) : 0;
}}"""
HEIGHT = "() => document.querySelector('.stMain').scrollHeight"
# A row is a link: what opens the very thing it shows (a line of a list, a bar, a card, a definition) is read, it is not
# a sign to choose among; the headings that sort a list belong to it. A box to choose from is one sign with its arrow.
# What a closed fold holds is not on the screen.
CONTROLS = f"""() => {{
    {VISIBLE}
    const rows = '.rows, .bars, .ledger [data-post], .map-tapped, [class*="st-key-rows-"], .card,'
        + '.stExpander summary';
    return [...document.querySelectorAll('button, a[href], input, select, textarea, summary')]
        .filter(element => !element.closest(rows) && !element.matches('.stSelectbox button'))
        .filter(element => seen(element) && element.checkVisibility())
        .filter(element => element.getBoundingClientRect().top < innerHeight).length;
}}"""
ENGLISH = f"""() => {{
    {VISIBLE}
    const words = new RegExp('\\\\b(open|close|search|menu|skip|select|choose|results?|none|loading|running|rerun|more|'
        + 'option|settings|print|type|view|show|hide|download|copy|clear|back|next|previous|page|map|table|chart|'
        + 'figure|link|error|streamlit)\\\\b', 'i');
    const skipped = 'pre, code, script, style, [translate=no], [data-testid="stIconMaterial"], [data-testid="stCode"]';
    const told = [];
    for (const element of document.querySelectorAll('body *')) {{
        if (element.closest(skipped) || !seen(element)) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) told.push(element.getAttribute(name) || '');
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) told.push(node.textContent);
    }}
    return [...new Set(told.filter(text => words.test(text)))];
}}"""
FAINT = f"""() => {{
    {VISIBLE}
    const parts = text => {{
        const found = text.match(/[\\d.]+/g).map(Number);
        const scale = text.startsWith('color(') ? 255 : 1;
        return [found[0] * scale, found[1] * scale, found[2] * scale, found[3] ?? 1];
    }};
    const over = (top, below) => [0, 1, 2].map(at => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
    const ground = element => {{
        const layers = [];
        for (let each = element; each; each = each.parentElement) {{
            layers.push(parts(getComputedStyle(each).backgroundColor));
        }}
        return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
    }};
    const light = ([r, g, b]) => [r, g, b].map(value => value / 255)
        .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
    const signs = 'svg, i, [data-testid="stCode"], [data-testid="stIconMaterial"], [translate=no], [disabled]';
    const faint = [];
    for (const element of document.querySelectorAll('.stMain *')) {{
        const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
        if (!own || !seen(element) || element.closest(signs)) continue;
        const style = getComputedStyle(element), behind = ground(element), ink = parts(style.color);
        for (let each = element; each; each = each.parentElement) ink[3] *= Number(getComputedStyle(each).opacity);
        if (ink[3] === 0) continue;
        const [a, b] = [light(over(ink, behind)), light(behind)];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        if (ratio < (large ? 3 : 4.5)) faint.push(`${{ratio.toFixed(2)}} ${{element.textContent.trim().slice(0, 40)}}`);
    }}
    return [...new Set(faint)];
}}"""
