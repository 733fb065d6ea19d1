import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route } from 'react-router';
import { CoreAdminContext, CoreAdminUI, CustomRoutes, memoryStore, ListBase, useListContext } from 'react-admin';
import { CommandRoot, CommandInput, CommandItem, CommandList, CommandGroup, CommandEmpty } from 'cmdk';
function X() {
  const c = useListContext();
  return (
    <p>
      {c.total}
      <CommandRoot>
        <CommandInput />
        <CommandList>
          <CommandGroup>
            <CommandItem>{'x'}</CommandItem>
          </CommandGroup>
          <CommandEmpty />
        </CommandList>
      </CommandRoot>
    </p>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(
  <BrowserRouter>
    <CoreAdminContext store={memoryStore()}>
      <CoreAdminUI disableTelemetry>
        <CustomRoutes>
          <Route
            path="/"
            element={
              <ListBase resource="x">
                <X />
              </ListBase>
            }
          />
        </CustomRoutes>
      </CoreAdminUI>
    </CoreAdminContext>
  </BrowserRouter>,
);
