import { Component, type ComponentChildren, createRef } from 'preact';
import { useMemo } from 'preact/hooks';
import type { AuditModel } from './audit-model.ts';
import { Marks } from './Marks.tsx';
import type { Actions, LayerModel, PanelModel } from './model.ts';
import { Panel } from './Panel.tsx';
import type { PeopleModel } from './people-model.ts';

interface CompanionProps {
  panel: PanelModel;
  /** null unless a reviewer has it open: nothing of it is made before. */
  audit: AuditModel | null;
  people: PeopleModel;
  layer: LayerModel;
  act: Actions;
  /** Called once when a view throws; nothing is shown from then on. */
  onFailure(error: unknown): void;
}

/** Everything that is shown on the page. */
export function Companion({ panel, audit, people, layer, act, onFailure }: CompanionProps) {
  const frame = useMemo(() => createRef<HTMLDivElement>(), []);
  // The marks move while an inner box scrolls; the panel must not be drawn again for that.
  const shown = useMemo(
    () => <Panel model={panel} audit={audit} people={people} act={act} />,
    [panel, audit, people, act],
  );
  const panelBox = () => frame.current?.firstElementChild?.getBoundingClientRect() ?? null;
  return (
    <Boundary onFailure={onFailure}>
      <div class="dh" lang={panel.language} ref={frame}>
        {shown}
        <Marks model={layer} act={act} panelBox={panelBox} />
      </div>
    </Boundary>
  );
}

interface BoundaryProps {
  onFailure(error: unknown): void;
  children: ComponentChildren;
}

/** A view that throws takes only itself away. */
class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    this.setState({ failed: true });
    this.props.onFailure(error);
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
