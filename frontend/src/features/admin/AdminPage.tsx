import { Navigate, Route, Routes } from "react-router";
import { useMe } from "../../api/queries";
import { Nothing } from "../../app/Problems";
import { texts } from "../../texts";
import { TabLinks } from "../../ui/TabLinks";
import { useTitle } from "../../ui/useTitle";
import { ApiTab } from "./ApiTab";
import { BoardsTab } from "./BoardsTab";
import { GeneralTab } from "./GeneralTab";
import { SecurityTab } from "./SecurityTab";
import { TeamsTab } from "./TeamsTab";
import { UsageTab } from "./UsageTab";
import { UsersTab } from "./UsersTab";
import "./admin.css";

const NAMES = ["general", "users", "teams", "boards", "usage", "security", "api"] as const;
const TABS = NAMES.map((name) => ({ to: `/admin/${name}`, text: texts.admin.tabs[name] }));

export function AdminPage() {
  useTitle(texts.frame.admin);
  const me = useMe();
  if (!me.is_admin) return <Nothing text={texts.admin.onlyAdmins} />;
  return (
    <div className="admin">
      <h1>{texts.admin.title}</h1>
      <TabLinks label={texts.admin.parts} tabs={TABS} />
      <Routes>
        <Route index element={<Navigate to="/admin/general" replace />} />
        <Route path="general" element={<GeneralTab />} />
        <Route path="users" element={<UsersTab />} />
        <Route path="teams" element={<TeamsTab />} />
        <Route path="boards" element={<BoardsTab />} />
        <Route path="usage" element={<UsageTab />} />
        <Route path="security" element={<SecurityTab />} />
        <Route path="api" element={<ApiTab withCompany />} />
        <Route path="*" element={<Nothing />} />
      </Routes>
    </div>
  );
}
